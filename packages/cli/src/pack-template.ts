/** The files of a new pack: a manifest, one rule with examples that hold, and where to go on. */
export function packTemplate(id: string): Readonly<Record<string, string>> {
  return {
    'pack.yaml': `id: ${id}
version: 0.1.0
title:
  zh-CN: 本单位的规则
  en: The rules of our office
`,
    'terms/unwanted-abbreviation.yaml': `id: terms/unwanted-abbreviation
title: { zh-CN: 用了内部简称, en: An abbreviation that only insiders know }
severity: warning
basis: { kind: local, document: 本单位行文规范, certainty: confirmed }
message:
  zh-CN: "{wrong}是内部简称，应写作{right}{note}"
  en: "{wrong} is known to insiders only; it should read {right}{note}"
advice:
  zh-CN: 请写全称{right}。
  en: "Write {right} in full."
why:
  zh-CN: 报告要公开，读者不一定知道内部简称。
  en: The report is published, and its readers may not know the abbreviation.
fix: suggestion
check: wording
with:
  terms:
    - wrong: 综执局
      right: [综合行政执法局]
examples:
  fail:
    - draft: |
        青石镇2024年工作报告
        ⟦综执局⟧开展了检查。
  pass:
    - title: 写了全称
      draft: |
        青石镇2024年工作报告
        综合行政执法局开展了检查。
`,
    'README.md': `# ${id}

A rule pack for hegao 核稿. One rule a file: \`<family>/<name>.yaml\`, with its basis, its words in both languages and its
examples; the examples are the tests. Marks ⟦so⟧ in a failing example show exactly what the rule must object to.

    hegao pack validate .
    hegao pack test .

To use it, write in hegao.yaml:

    packs: [./${id}]
`,
  }
}
