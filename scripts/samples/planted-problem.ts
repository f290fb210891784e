import type { GeneratedSchool } from './generated-school';

/** A problem put into the sample county on purpose. */
export interface PlantedProblem {
  /** What the analyst should be told, in a sentence of assets/samples/README.md. */
  readonly description: string;
  /** The finding that tells it, or null where nothing should be said. */
  readonly finding: string | null;
  /** The school it is planted in. */
  readonly school: string;
  readonly plant: (school: GeneratedSchool) => void;
}
