import { holdSituations } from './hold-situations.ts'

holdSituations('Jest 30')
