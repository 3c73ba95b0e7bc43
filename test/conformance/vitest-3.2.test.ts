import { holdSituations } from './hold-situations.ts'

holdSituations('3.2')
