import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cell, Installation } from './cell.ts'

const versions: Readonly<Record<string, string>> = {
  'TypeScript 5.0': '5.0.4',
  'TypeScript 5.4': '5.4.5',
  'TypeScript 5.9': '5.9.3',
  'TypeScript 6.0': '6.0.3',
  'TypeScript 7.0': '7.0.2',
}

const installation: Installation = {
  ours: ['@soracom-fixtures/vitest', '@soracom-fixtures/jest'],
  besides: {
    vitest: '4.1.12',
    jest: '30.5.2',
    '@jest/globals': '30.5.2',
    '@types/jest': '30.0.0',
    '@types/node': '20.19.0',
    ...Object.fromEntries(
      Object.entries(versions).map(([name, version]) => [toAlias(name), `npm:typescript@${version}`]),
    ),
  },
}

// What must compile, and what must not, for both runners; and Jest's functions as globals and as imports.
const types = join(import.meta.dirname, '../../types')
const files = {
  'vitest.types.ts': readFileSync(join(types, 'fixtures.types.ts'), 'utf8'),
  'jest.types.ts': readFileSync(join(types, 'jest.types.ts'), 'utf8'),
}

const body = `
const fx = useFixtures({ shop: operator() })
test('types', async () => {
  const found: { email: string } = await fx.shop.client.operators.get(fx.shop.operatorId)
  expect(found).toMatchObject({ email: fx.shop.email })
  // @ts-expect-error there is no such property
  fx.shop.nothing
})
`
const ours = `import { operator, useFixtures } from '@soracom-fixtures/jest'\n`
const tests = {
  'globals.test.ts': ours + body,
  'imported.test.ts': `import { expect, test } from '@jest/globals'\n${ours}${body}`,
}

const modules = { node16: 'node16', nodenext: 'nodenext', bundler: 'esnext' }

/** Each version of TypeScript with each way to find modules. */
export const cellsOfTypescript: readonly Cell[] = Object.keys(versions).flatMap((row) =>
  Object.entries(modules).map(([moduleResolution, module]): Cell => {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2023'],
      module,
      moduleResolution,
      skipLibCheck: true,
      types: ['node', 'jest'],
    }
    const all = { ...files, ...tests }
    return {
      table: 'TypeScript',
      row,
      column: moduleResolution,
      installation,
      files: {
        ...all,
        'package.json': '{ "type": "module" }',
        'tsconfig.json': JSON.stringify({ compilerOptions, files: Object.keys(all) }),
      },
      command: { program: `${toAlias(row)}/bin/tsc`, bin: 'tsc', args: ['-p', 'tsconfig.json'] },
      outcome: { kind: 'prints', text: '' },
    }
  }),
)

function toAlias(name: string): string {
  return name.toLowerCase().replaceAll(/\W/g, '-')
}
