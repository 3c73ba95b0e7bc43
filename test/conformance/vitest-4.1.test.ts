import { holdSituations } from './hold-situations.ts'

holdSituations('Vitest 4.1')
