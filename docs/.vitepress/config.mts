import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { home } from './home.mts'
import { linkOutside, repository } from './link-outside.mts'
import { renderDiagrams } from './render-diagrams.mts'
import { showSources } from './show-sources.mts'
import { toAnchor } from './to-anchor.mts'

const docs = join(import.meta.dirname, '..')

export default defineConfig({
  title: 'soracom-fixtures',
  description: 'Declarative test fixtures for the SORACOM API Sandbox, for Vitest and Jest, with an embedded emulator.',
  lang: 'en',
  // Where it is served: / unless told, /soracom-fixtures/ on GitHub Pages.
  base: process.env.DOCS_BASE ?? '/',
  cleanUrls: true,
  cacheDir: join(docs, '../node_modules/.cache/vitepress'),
  metaChunk: true,
  // The pages of the emulator's operations and of the client are long.
  vite: { build: { chunkSizeWarningLimit: 2000 } },
  markdown: {
    anchor: { slugify: toAnchor },
    // It would take a {0} at the end of a message for attributes of the page.
    attrs: { disable: true },
    config(markdown) {
      linkOutside(markdown)
      renderDiagrams(markdown)
      showSources(markdown)
    },
  },
  transformPageData({ relativePath }) {
    // index.md is a page that GitHub shows too, so what makes it a home page stands here.
    if (relativePath === 'index.md') return { frontmatter: home }
    if (relativePath.startsWith('reference/')) return { frontmatter: { pageClass: 'reference', editLink: false } }
  },
  themeConfig: {
    nav: [
      {
        text: 'Guide',
        link: '/getting-started',
        activeMatch: '^/(?!reference/|cli|configuration|errors|compatibility)',
      },
      { text: 'Configuration', link: '/configuration' },
      { text: 'Errors', link: '/errors' },
      { text: 'API', link: '/reference/', activeMatch: '^/reference/' },
    ],
    sidebar: { '/': toGuide(), '/reference/': toReference() },
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        // The lists of what an entry has would be found beside the pages that they lead to.
        _render: (text, env, markdown) =>
          /^reference\/.*index\.md$/.test(env.relativePath) ? '' : markdown.render(text, env),
      },
    },
    socialLinks: [{ icon: 'github', link: repository }],
    editLink: { pattern: `${repository}/edit/main/docs/:path`, text: 'Edit this page on GitHub' },
    footer: { message: 'MIT licence. Not made by SORACOM.' },
  },
})

function toGuide(): DefaultTheme.SidebarItem[] {
  return [
    group('Start', { 'getting-started': 'Getting started', vitest: 'Vitest', jest: 'Jest', recipes: 'Recipes' }),
    group('Fixtures', {
      declaring: 'Declaring',
      scopes: 'How long a set lives',
      'run-wide': 'Run-wide sets',
      'own-resources': 'Resources of your own',
      waiting: 'Waiting',
      seeding: 'Seeding usage',
      reports: 'What a run tells',
      cleanup: 'Cleaning up',
    }),
    group('Emulator and client', { emulator: 'The emulator', billing: 'What it bills', client: 'The client' }),
    group('To look up', {
      cli: 'Command line',
      configuration: 'Configuration',
      errors: 'Errors',
      compatibility: 'Compatibility',
      'reference/': 'API reference',
    }),
    group('Measured', { reliability: 'Reliability', benchmarks: 'Benchmarks' }),
  ]
}

function group(text: string, pages: Readonly<Record<string, string>>): DefaultTheme.SidebarItem {
  return { text, items: Object.entries(pages).map(([page, title]) => ({ text: title, link: `/${page}` })) }
}

// What typedoc wrote; scripts/site.mjs runs it first.
function toReference(): DefaultTheme.SidebarItem[] {
  const file = join(docs, 'reference/typedoc-sidebar.json')
  if (!existsSync(file))
    throw new Error('docs/reference is not written yet; run npm run docs:build or npm run docs:dev.')
  const entries: DefaultTheme.SidebarItem[] = JSON.parse(readFileSync(file, 'utf8'))
  return [{ text: '← Guide', link: '/getting-started' }, ...entries.flatMap(toEntries)]
}

// typedoc puts an entry below what its name begins with; here each stands by its name, as it is imported. That of one below
// another is too long for the column.
function toEntries({ items = [], link, ...item }: DefaultTheme.SidebarItem): DefaultTheme.SidebarItem[] {
  const isEntry = (one: DefaultTheme.SidebarItem): boolean => one.link?.endsWith('/') ?? false
  const below = items.filter(isEntry).flatMap(toEntries)
  if (link === undefined) return below
  const text = link.slice('/reference/'.length, -1).replace(/^soracom-fixtures(?=\/\w+\/)/, '…')
  return [{ ...item, text, link, items: items.filter((one) => !isEntry(one)) }, ...below]
}
