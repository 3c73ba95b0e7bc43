import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toAnchor } from '../../docs/.vitepress/to-anchor.mts'
import { listPages, readCodeBlocks, readSource, updating, writeCodeBlocks } from './markdown.ts'
import { readText, root } from './read-repository.ts'

const pages = listPages()
if (updating) for (const page of pages) writeCodeBlocks(page)

const taken = pages.flatMap(readCodeBlocks).filter(({ from }) => from !== undefined)

test.each(taken)('the block on line $line of $page is what $from says', ({ text, from = '' }) => {
  expect(text, 'npm run docs brings it up to date').toBe(readSource(from))
})

test('the first example of the README is a whole file', () => {
  const [first] = readCodeBlocks('README.md').filter(({ language }) => language === 'ts')
  expect(first?.from).toBe('examples/first-fixture/test/meter.test.ts')
})

describe.each(pages)('%s', (page) => {
  const links = readLinks(page)

  test('links to what exists', () => {
    const broken = links.filter(({ path, anchor }) => {
      const target = path === '' ? page : posix.join(posix.dirname(page), path)
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && !readAnchors(target).includes(anchor)
    })
    expect(broken.map(({ text }) => text)).toEqual([])
  })

  test('has one title', () => {
    expect(withoutCode(readText(page)).match(/^# .+$/gm)).toHaveLength(1)
  })

  test('names no path of a machine', () => {
    expect(readText(page)).not.toMatch(/(^|[\s(`])\/(work|home|tmp|Users)\//m)
  })
})

test('every page of docs/ and decisions/ is linked from another page', () => {
  const linked = new Set(
    pages.flatMap((page) => readLinks(page).map(({ path }) => posix.join(posix.dirname(page), path))),
  )
  expect(pages.filter((page) => /^(docs|decisions)\//.test(page) && !linked.has(page))).toEqual([])
})

// Links to places in the repository, in the form `[text](path#anchor)`.
function readLinks(page: string): { text: string; path: string; anchor: string | undefined }[] {
  return [...withoutCode(readText(page)).matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([text, target = '']) => ({ text, target }))
    .filter(({ target }) => !/^[a-z]+:/.test(target))
    .map(({ text, target }) => {
      const [path = '', anchor] = target.split('#')
      return { text, path, anchor }
    })
}

// Those of GitHub and of the site.
function readAnchors(page: string): string[] {
  return [...withoutCode(readText(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading))
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, '')
}
