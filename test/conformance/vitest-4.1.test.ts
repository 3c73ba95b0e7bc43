import { holdSituations } from './hold-situations.ts'

holdSituations('4.1')
