import type { Cell } from './cell.ts'
import { cellsOfJest, cellsOfJestOnNode } from './cells-of-jest.ts'
import { cellsOfCommandLineOnNode, cellsOfInit, cellsOfManagers, cellsOfOneName } from './cells-of-managers.ts'
import { cellsOfTypescript } from './cells-of-typescript.ts'
import { cellsOfVitest, cellsOfVitestOnNode } from './cells-of-vitest.ts'

/** The whole matrix, in the order of its tables. */
export const cells: readonly Cell[] = [
  ...cellsOfVitest,
  ...cellsOfJest,
  ...cellsOfTypescript,
  ...cellsOfManagers,
  ...cellsOfOneName,
  ...cellsOfInit,
  ...cellsOfVitestOnNode,
  ...cellsOfJestOnNode,
  ...cellsOfCommandLineOnNode,
]
