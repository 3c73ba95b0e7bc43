import process from 'node:process'
import { nameOf } from './matrix/cell.ts'
import { cells } from './matrix/cells.ts'
import { holdCells } from './matrix/hold-cells.ts'

// `npm run test:matrix` runs all of it, or what its pattern names, and tells it in docs/compatibility.md; any other run of
// the tests runs a short list.
const { MATRIX: pattern } = process.env

holdCells({
  cells,
  wanted: (cell) => (pattern === undefined ? cell.short === true : new RegExp(pattern, 'i').test(nameOf(cell))),
  writePage: pattern !== undefined,
})
