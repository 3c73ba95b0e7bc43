import { defineCommand } from 'citty'
import { expect, test } from 'vitest'
import { checkArguments } from './check-arguments.ts'

const repeatable = { type: 'string', repeatable: true } as const
const command = defineCommand({
  args: {
    port: { type: 'string', valueHint: 'number' },
    host: repeatable,
    json: { type: 'boolean', alias: 'j' },
    file: { type: 'positional', description: 'A file.' },
  },
})

test.each([
  [['a']],
  [['--port', '1', 'a', 'b']],
  [['--port=1', '--json', 'a']],
  [['--host', 'x', '--host=y', 'a']],
  [['a', '--', '--port', '--what']],
  [['--port', '-1', 'a']],
])('%j is a line that the command takes', async (args) => {
  await expect(checkArguments(command, 'it', args)).resolves.toBeUndefined()
})

test.each([
  [[], '"it" needs FILE: A file.'],
  [['--prot', '1', 'a'], '"it" has no option --prot.'],
  [['-x', 'a'], '"it" has no option -x.'],
  [['--file', 'a'], '"it" has no option --file.'],
  [['--constructor', 'a'], '"it" has no option --constructor.'],
  [['a', '--port'], '--port needs a value, number.'],
  [['--json=1', 'a'], '--json takes no value; it was given "1".'],
  [['--json', '--json', 'a'], '--json is given more than once.'],
])('%j is refused', async (args, message) => {
  await expect(checkArguments(command, 'it', args)).rejects.toThrow(message)
})
