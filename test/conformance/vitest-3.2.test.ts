import { holdSituations } from './hold-situations.ts'

holdSituations('Vitest 3.2')
