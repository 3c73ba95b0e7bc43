import { posix } from 'node:path'
import type { Setup } from './change.ts'
import { type ModuleStyle, moduleStyle } from './module-style.ts'
import type { Project, Runner } from './project.ts'

/** A first test beside those that are there, named as they are, so that the runner finds it. */
export function addFirstTest(project: Project, runner: Runner, from: string): Setup {
  if (project.testsWithFixtures.length > 0) {
    return {
      changes: [],
      notes: [`No first test is added, since ${project.testsWithFixtures[0]} has fixtures already.`],
    }
  }
  const style = moduleStyle(runner, project)
  const path = pathOf(project, style)
  const notes =
    runner === 'jest' && project.hasTypeScript && style.language === 'js'
      ? [
          'Nothing that compiles TypeScript for Jest is in package.json (ts-jest, @swc/jest, @babel/preset-typescript), so the first test is JavaScript.',
        ]
      : []
  return { changes: [{ path, before: undefined, after: textOf(runner, from, style) }], notes }
}

function pathOf({ tests }: Project, { language }: ModuleStyle): string {
  const alike = tests.find((path) => path.endsWith(`.${language}`)) ?? tests[0]
  const folder = alike === undefined ? 'test' : posix.dirname(alike)
  const kind = alike !== undefined && /\.spec\.\w+$/.test(alike) ? 'spec' : 'test'
  return posix.join(folder, `first-fixture.${kind}.${language}`)
}

function textOf(runner: Runner, from: string, { imports, importsGlobals }: ModuleStyle): string {
  const fixtures = 'operator, subscriber, useFixtures'
  const load = (names: string, name: string) =>
    imports ? `import { ${names} } from '${name}'` : `const { ${names} } = require('${name}')`
  const globals = runner === 'vitest' ? 'vitest' : '@jest/globals'
  const lines = [...(importsGlobals ? [load('expect, test', globals)] : []), load(fixtures, from)]
  return `${(runner === 'vitest' ? lines.reverse() : lines).join('\n')}

// What must exist: an operator, and a SIM of it that is active.
const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active' })

// Made before the tests of this file, and deleted after them.
const fx = useFixtures({ shop, meter })

test('the meter is active', async () => {
  const sim = await fx.shop.client.subscribers.get(fx.meter.imsi)
  expect(sim.status).toBe('active')
})
`
}
