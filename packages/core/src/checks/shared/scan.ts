/** A Chinese character (the common and the extended ideographs). */
export const han = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff'

/** Whether the UTF-16 unit is a Chinese character. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff)
  )
}
