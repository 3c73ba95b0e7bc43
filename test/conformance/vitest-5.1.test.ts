import { holdSituations } from './hold-situations.ts'

holdSituations('Vitest 5.1')
