import type { MarkdownRenderer } from 'vitepress'
import { repository } from './link-outside.mts'

/** Shows above a block which file it is taken from, as the comment `<!-- from PATH -->` in the page says. */
export function showSources(markdown: MarkdownRenderer): void {
  const { html_block: comment } = markdown.renderer.rules
  if (!comment) throw new Error('The renderer of Markdown has no rule for comments.')
  markdown.renderer.rules.html_block = (tokens, index, ...rest) => {
    const [, path] = /^<!-- from ([^\s#]+)(?:#\S+)? -->/.exec(tokens[index]?.content ?? '') ?? []
    if (path === undefined) return comment(tokens, index, ...rest)
    const link = `${repository}/blob/main/${path}`
    return `<p class="source"><a href="${link}" target="_blank" rel="noreferrer">${path}</a></p>\n`
  }
}
