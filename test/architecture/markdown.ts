import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { listFiles, listNames, readText, root } from './read-repository.ts'

/** A fenced block of a page. */
export interface CodeBlock {
  readonly page: string
  /** Line of its fence, from 1. */
  readonly line: number
  readonly language: string
  readonly text: string
  /** What the comment above it says, such as `from PATH`, `output of COMMAND in FOLDER` or `example`. */
  readonly comment: string | undefined
  /** What the comment above it says it is taken from. */
  readonly from: string | undefined
  /** Whether it stands in a part of the page that follows from the code. */
  readonly isGenerated: boolean
}

/** Every page of the repository, from its root. */
export function listPages(): readonly string[] {
  const top = listNames('.').filter((name) => name.endsWith('.md'))
  const below = ['docs', 'decisions', 'packages', 'examples'].flatMap(listFiles).filter((path) => path.endsWith('.md'))
  return [...top, ...below]
}

/** The fenced blocks of a page. A block taken from a file has `<!-- from PATH -->` or `<!-- from PATH#REGION -->` above it. */
export function readCodeBlocks(page: string): readonly CodeBlock[] {
  const blocks = /(?:^<!-- (?<comment>.+) -->\n+)?^```(?<language>\w*)\n(?<text>[\s\S]*?)^```$/gm
  const content = readText(page)
  return [...content.matchAll(blocks)].map(({ index, groups = {}, 0: whole }) => ({
    page,
    line: content.slice(0, index + whole.indexOf('```')).split('\n').length,
    language: groups.language ?? '',
    text: groups.text ?? '',
    comment: groups.comment,
    from: /^from (\S+)$/.exec(groups.comment ?? '')?.[1],
    isGenerated: content.lastIndexOf('<!-- generated ', index) > content.lastIndexOf('<!-- end -->', index),
  }))
}

/** The text of a file, or of a region of it that stands between `#region NAME` and `#endregion`, without its indent. */
export function readSource(from: string): string {
  const [path = '', region] = from.split('#')
  const text = readText(path)
  if (region === undefined) return text
  const pattern = new RegExp(`^[^\\n]*#region ${region}\\n([\\s\\S]*?)^[^\\n]*#endregion`, 'm')
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`${path} has no region ${region}.`)
  const indent = Math.min(...[...found.matchAll(/^ *(?=\S)/gm)].map(([spaces]) => spaces.length))
  return found.replaceAll(new RegExp(`^ {${indent}}`, 'gm'), '')
}

/** The part of a page between `<!-- generated NAME -->` and `<!-- end -->`; `undefined` where it has none. */
export function readGenerated(page: string, name: string): string | undefined {
  return generated(name).exec(readText(page))?.groups?.text
}

/** Whether pages are to be brought up to date instead of checked: `npm run docs`. */
export const updating = process.env.UPDATE_DOCS === '1'

/** Writes a generated part anew. */
export function writeGenerated(page: string, name: string, text: string): void {
  const content = readText(page)
  write(
    page,
    content.replace(generated(name), (_whole, start: string) => `${start}${text}<!-- end -->`),
  )
}

/** Writes the blocks of a page that are taken from files anew. */
export function writeCodeBlocks(page: string): void {
  const pattern = /(^<!-- from (\S+) -->\n+```\w*\n)[\s\S]*?(^```$)/gm
  const content = readText(page)
  write(
    page,
    content.replace(pattern, (_whole, start: string, from: string, end: string) => `${start}${readSource(from)}${end}`),
  )
}

/** The example below the heading of a section; `undefined` where it has none. */
export function readExample(page: string, heading: string): string | undefined {
  return example(heading).exec(readText(page))?.groups?.text
}

/** Writes the example of a section anew. */
export function writeExample(page: string, heading: string, text: string): void {
  const content = readText(page)
  write(
    page,
    content.replace(example(heading), (_whole, start: string) => `${start}${text}\n\`\`\``),
  )
}

function example(heading: string): RegExp {
  return new RegExp(
    `(?<start>^## ${heading}\\n\\n<!-- example -->\\n\\n\`\`\`text\\n)(?<text>[\\s\\S]*?)\\n\`\`\``,
    'm',
  )
}

function generated(name: string): RegExp {
  return new RegExp(`(?<start><!-- generated ${name} -->\\n\\n)(?<text>[\\s\\S]*?)<!-- end -->`)
}

function write(page: string, content: string): void {
  if (content !== readText(page)) writeFileSync(join(root, page), content)
}
