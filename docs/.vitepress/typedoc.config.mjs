// The reference of the API, from the doc comments: a page a name. scripts/site.mjs writes it before it builds the site.
import { join } from 'node:path'
import { Converter, ReflectionKind } from 'typedoc'

const root = join(import.meta.dirname, '../..')

// The first entry that exports a name has its page; those after it refer to that page.
const entries = {
  vitest: 'vitest/src/index.ts',
  'vitest/matchers': 'vitest/src/matchers.ts',
  jest: 'jest/src/index.ts',
  core: 'core/src/index.ts',
  client: 'client/src/index.ts',
  emulator: 'emulator/src/index.ts',
  'emulator/billing': 'emulator/src/billing.ts',
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
  sourceLinkTemplate: 'https://github.com/soracom-fixtures/soracom-fixtures/blob/main/{path}#L{line}',
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

// `vitest/src` is a path, and `@soracom-fixtures/vitest` is what a user imports.
function nameModules(app) {
  const names = new Map(Object.entries(entries).map(([name, file]) => [join(root, 'packages', file), name]))
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      const name = names.get(module.sources?.[0]?.fullFileName)
      if (name) module.name = `@soracom-fixtures/${name}`
    }
  })
}
