import { expect, test } from 'vitest'
import { withCell } from './compatibility-page.ts'

const place = (table: string, row: string, column: string) => ({ table, row, column })
const one = place('Runners', 'A', 'one')
const two = place('Runners', 'A', 'two')
const other = place('Nodes', 'N', 'one')

test('a cell is written into its table, and the others and the text around stay', () => {
  const page = '# Page\n\n<!-- matrix -->\n<!-- /matrix -->\n\nBehind.\n'
  const first = withCell(page, [one, two, other], two, 'passes 2026-01-01')
  const second = withCell(first, [one, two, other], other, 'FAILS 2026-01-02')
  expect(second).toBe(`# Page

<!-- matrix -->

### Runners

|     | one     | two               |
| --- | ------- | ----------------- |
| A   | not run | passes 2026-01-01 |

### Nodes

|     | one              |
| --- | ---------------- |
| N   | FAILS 2026-01-02 |

<!-- /matrix -->

Behind.
`)
  expect(withCell(second, [two, other], two, 'passes 2026-01-03')).toContain('| A   | passes 2026-01-03 |')
})
