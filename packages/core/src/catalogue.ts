/**
 * The version of rules and signatures taken together, apart from the package's own. Major: an id is gone, or judges
 * differently. Minor: an id was added. Patch: wording, references, priors.
 */
export const catalogueVersion: string = '1.0.0';
