import { expect, test } from 'vitest'
import { readCodeBlocks } from './markdown.ts'
import { listFolders, listNames } from './read-repository.ts'

const named = readTree()

test('ARCHITECTURE.md names every folder of the repository, and none that does not exist', () => {
  const packages = listNames('packages').map((name) => `packages/${name}/src`)
  const whole = ['test', 'scripts', 'decisions', 'docs', ...packages]
  const examples = listNames('examples').map((name) => `examples/${name}`)
  const folders = ['packages', 'examples', ...examples, ...whole, ...whole.flatMap(listFolders)]
  expect([...named.keys()].sort()).toEqual(folders.sort())
})

test('ARCHITECTURE.md tells the duty of every folder', () => {
  const silent = [...named].filter(([path, duty]) => duty === '' && path !== 'packages').map(([path]) => path)
  expect(silent).toEqual([])
})

// The block that begins with `packages/`: a folder a line, two spaces a level, its duty behind it.
function readTree(): ReadonlyMap<string, string> {
  const block = readCodeBlocks('ARCHITECTURE.md').find(({ text }) => text.startsWith('packages/\n'))
  const folders = new Map<string, string>()
  const above: string[] = []
  for (const line of block?.text.trimEnd().split('\n') ?? []) {
    const [, indent = '', name = '', duty = ''] = /^( *)(\S+)\/ *(.*)$/.exec(line) ?? []
    above.splice(indent.length / 2, Number.POSITIVE_INFINITY, name)
    folders.set(above.join('/'), duty)
  }
  return folders
}
