import { addFirstTest } from './add-first-test.ts'
import { addPipelineStep } from './add-pipeline-step.ts'
import type { Change, Setup } from './change.ts'
import { changeManifest } from './change-manifest.ts'
import type { Choices } from './choices.ts'
import { configureRunner } from './configure-runner.ts'
import { dependenciesOf, type Project, type Runner } from './project.ts'

/** What has to change in a project for its first test with fixtures to run. Pure: it writes nothing. */
export function planSetup(project: Project, choices: Choices): Setup {
  const { runner, skipPipeline } = choices
  const from = importedFrom(project, runner)
  const configured = configureRunner(project, runner, from)
  const parts: Setup[] = [
    configured,
    addFirstTest(project, runner, from),
    skipPipeline ? { changes: [], notes: [] } : addPipelineStep(project),
  ]
  const manifest = changeManifest(project, choices, configured.inManifest)
  return {
    changes: [manifest, ...parts.flatMap(({ changes }) => changes)].filter(isChange),
    notes: parts.flatMap(({ notes }) => notes),
  }
}

// A project that has the package of its runner goes on importing that.
function importedFrom(project: Project, runner: Runner): string {
  const dependencies = dependenciesOf(project)
  const scoped = `@soracom-fixtures/${runner}`
  return scoped in dependencies && !('soracom-fixtures' in dependencies) ? scoped : `soracom-fixtures/${runner}`
}

function isChange({ before, after }: Change): boolean {
  return before !== after
}
