import { posix } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/** The repository on GitHub. */
export const repository = 'https://github.com/soracom-fixtures/soracom-fixtures'

/** Points links to files beyond docs/, such as `../decisions/0009-journal.md`, to GitHub: the site has docs/ alone. */
export function linkOutside(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('link-outside', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const target = token.attrGet('href')
      if (token.type === 'link_open' && target?.startsWith('../')) {
        token.attrSet('href', `${repository}/blob/main/${posix.join('docs', target)}`)
      }
    }
  })
}
