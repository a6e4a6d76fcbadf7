// A module of its own, so that hosts load the schemas only when there is a data file to hold to them.
export { validators } from './ruleset/validators.generated.js'
