/** A text as code. */
export function code(text: string): string {
  return `\`${text}\``
}

/** A table of Markdown; `align` has an `r` for each column of numbers. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[], align = ''): string {
  const rule = head.map((_, index) => (align[index] === 'r' ? '---:' : '---'))
  const lines = [head, rule, ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  )
  return `${lines.join('\n')}\n`
}
