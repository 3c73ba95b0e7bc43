// The reference of the API, from the doc comments: a page a name. scripts/site.mjs writes it before it builds the site.
import { join } from 'node:path'
import { Converter, ReflectionKind } from 'typedoc'

const root = join(import.meta.dirname, '../..')

// By the names that users import by. The first entry that exports a name has its page; those after it refer to that page.
const entries = {
  'soracom-fixtures/vitest': 'vitest/src/index.ts',
  'soracom-fixtures/vitest/matchers': 'vitest/src/matchers.ts',
  'soracom-fixtures/vitest/global-setup': 'vitest/src/global-setup.ts',
  'soracom-fixtures/jest': 'jest/src/index.ts',
  'soracom-fixtures/jest/matchers': 'jest/src/matchers.ts',
  'soracom-fixtures/jest/global-setup': 'jest/src/global-setup.ts',
  'soracom-fixtures/jest/global-teardown': 'jest/src/global-teardown.ts',
  'soracom-fixtures/emulator': 'emulator/src/index.ts',
  'soracom-fixtures/emulator/billing': 'emulator/src/billing.ts',
  '@soracom-fixtures/client': 'client/src/index.ts',
  '@soracom-fixtures/core': 'core/src/index.ts',
}

/** @type {import('typedoc').TypeDocOptions & Record<string, unknown>} */
export default {
  name: 'API reference',
  entryPoints: Object.values(entries).map((file) => join(root, 'packages', file)),
  tsconfig: join(root, 'tsconfig.json'),
  plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme', nameModules],
  out: join(root, 'docs/reference'),
  docsRoot: join(root, 'docs'),
  readme: 'none',
  sortEntryPoints: false,
  groupOrder: ['Functions', 'Variables', 'Interfaces', 'Type Aliases', 'Classes', 'Properties', '*'],
  // The type check is a step of its own.
  skipErrorChecking: true,
  excludeInternal: true,
  sourceLinkTemplate: 'https://github.com/soracom-fixtures/soracom-fixtures/blob/main/packages/{path}#L{line}',
  disableGit: true,
  basePath: root,
  githubPages: false,
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  tableColumnSettings: { hideModifiers: true, hideSources: true, hideInherited: true },
  logLevel: 'Error',
}

// `vitest/src` is a path, and `soracom-fixtures/vitest` is what a user imports. What a file exports as its default has the
// name that it has there.
function nameModules(app) {
  const names = new Map(Object.entries(entries).map(([name, file]) => [join(root, 'packages', file), name]))
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      const name = names.get(module.sources?.[0]?.fullFileName)
      if (!name) continue
      module.name = name
      const defaults = (module.children ?? []).filter((child) => child.name === 'default')
      for (const one of defaults.flatMap((child) => [child, ...(child.signatures ?? [])])) one.name = toCamelCase(name)
    }
  })
}

// `soracom-fixtures/jest/global-setup` → `globalSetup`
function toCamelCase(name) {
  return name
    .split('/')
    .at(-1)
    .replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())
}
