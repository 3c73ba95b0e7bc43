import { type Configuration, type ConfigurationPlaces, resolveConfiguration } from '../configuration/configuration.ts'
import { readRunConfiguration } from './run-configuration.ts'

/**
 * Finds the configuration of a process of a run: the files' settings as the run's global setup read them, if there was one.
 *
 * @throws {ConfigurationError} that names the source and the wish, when a value is missing or malformed.
 */
export async function findConfiguration(places: ConfigurationPlaces): Promise<Configuration> {
  return await resolveConfiguration({ ...places, recorded: readRunConfiguration() })
}
