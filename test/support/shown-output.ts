import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What a page shows as the output of a command: the block below `<!-- output of COMMAND in PLACE -->`. */
export async function readShownOutput(page: string, command: string): Promise<string> {
  const text = await readFile(join(root, page), 'utf8')
  const blocks = text.matchAll(/^<!-- output of (.+) in \S+ -->\n+```\w+\n([\s\S]*?)^```$/gm)
  const [, , output] = [...blocks].find(([, ofCommand]) => ofCommand === command) ?? []
  if (output === undefined) throw new Error(`${page} shows no output of ${command}.`)
  return output
}

/**
 * An output as lines, without what differs from run to run (numbers, times, ids, names of runs, the width of columns),
 * and without what was typed.
 */
export function toShape(output: string): string[] {
  return output
    .replaceAll(/\S+[\\/]examples[\\/]/g, '…/examples/')
    .replaceAll(/\brun-[0-9a-f]{12}\b/g, 'run-N')
    .replaceAll(/\d[\d,.:TZ-]*/g, 'N')
    .replaceAll(/\bN ?(ms|s|min|h|d)\b/g, 'N')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !/^(\$ |\^C)/.test(line))
}
