import { renderMermaidSVG } from 'beautiful-mermaid'
import type { MarkdownRenderer } from 'vitepress'

/** Renders `mermaid` blocks to SVG at build time; its colours are the theme's, light and dark (theme/style.css). */
export function renderDiagrams(markdown: MarkdownRenderer): void {
  const { fence } = markdown.renderer.rules
  if (!fence) throw new Error('The renderer of Markdown has no rule for code blocks.')
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index] ?? { info: '', content: '' }
    if (info.trim() !== 'mermaid') return fence(tokens, index, ...rest)
    return `<div class="diagram" v-pre>${withoutStyle(renderMermaidSVG(content, { padding: 8 }))}</div>\n`
  }
}

// Its style sheet would load a font from elsewhere, and set colours.
function withoutStyle(svg: string): string {
  return svg.replace(/<style>[\s\S]*?<\/style>/, '').replace(/ style="[^"]*"/, '')
}
