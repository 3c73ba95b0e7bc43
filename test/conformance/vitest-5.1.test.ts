import { holdSituations } from './hold-situations.ts'

holdSituations('5.1')
