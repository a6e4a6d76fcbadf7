/**
 * The characters of the script Han, all but the rarest, as the inside of a class: what `\p{Script=Han}` stands for in the
 * basic plane. V8 needs some four million instructions to look that up, at every start.
 */
export const hanScript =
  '\\u2e80-\\u2e99\\u2e9b-\\u2ef3\\u2f00-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufa6d\\ufa70-\\ufad9'
