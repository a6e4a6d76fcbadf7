import type { Locale } from '@hegao/core'

/** Everything that the server itself says, in both languages. Findings bring their own words. */
const words = {
  'zh-CN': {
    sentence: (message: string, advice: string) => (advice ? `${message}。${advice}` : message),
    fixAll: '核稿：应用全部可靠的修改',
    fixRule: (title: string, count: number) => `修改全文此类问题：${title}（${count}处）`,
    disableLine: (rule: string) => `此处不再提示 ${rule}（加注释）`,
    disableDraft: (rule: string) => `本稿不再提示 ${rule}（加注释）`,
    baseline: '记为已知问题（写入基线文件，不改动稿件）',
    addTerm: (word: string) => `本单位不写“${word}”（列入用语表）`,
    writeInstead: (word: string) => `不写“${word}”，应当写作`,
    fillIn: '（请填写应当怎样写）',
    openRule: (rule: string) => `查看规则说明：${rule}`,
    basis: '依据',
    why: '为什么',
    figure: '数据',
    target: '（目标值）',
    verdict: { consistent: '相符', inconsistent: '不符', question: '存疑', unchecked: '无法核对' },
    notChecked: (reason: string) => `未核对：${reason}`,
    answeredBy: (label: string) => `由${label}落实`,
    weaklyAnswered: (label: string) => `由${label}落实（联系不紧）`,
    unanswered: '无对应安排',
    answers: (count: number) => `对应${count}条不足`,
    items: (count: number) => `${count}条`,
    validFrom: (date: string) => `自${date}起使用`,
    validTo: (date: string, instead: string | null) =>
      `${date}起不再使用${instead ? `，改用“${instead}”` : ''}`,
    unverifiedSource: '（未经核实）',
    source: '来源',
    failed: (name: string, reason: string) => `核稿无法检查“${name}”：${reason}。继续编辑后会再次尝试。`,
    tooLong: (limit: number) => `稿件超过${limit}个字，没有检查`,
    leftOut: (all: number, shown: number) =>
      `本稿共有${all}条意见，这里先标出最要紧的${shown}条，改掉一些后会接着标出其余的。要一次看全，请运行 hegao check`,
    unreadable: (name: string, reason: string) => `无法读取“${name}”：${reason}`,
    checking: '核稿：检查文件夹中的稿件',
    checkedCount: (done: number, all: number) => `${done}/${all}`,
    checkedAll: (drafts: number, findings: number) => `核稿：检查${drafts}份稿件，${findings}条意见`,
    noDrafts: '核稿：文件夹中没有找到可检查的稿件',
    baselineWritten: (path: string) => `已写入 ${path}`,
    noSuchRule: (rule: string) => `没有规则“${rule}”`,
    headingOf: (part: string) => `“${part}”一节的标题`,
  },
  en: {
    sentence: (message: string, advice: string) => (advice ? `${message}. ${advice}` : message),
    fixAll: 'hegao: apply all safe fixes',
    fixRule: (title: string, count: number) => `Fix all of this kind: ${title} (${count})`,
    disableLine: (rule: string) => `Do not report ${rule} here (adds a comment)`,
    disableDraft: (rule: string) => `Do not report ${rule} in this draft (adds a comment)`,
    baseline: 'Record as known (in the baseline file; the draft stays as it is)',
    addTerm: (word: string) => `Our office does not write “${word}” (adds it to the term list)`,
    writeInstead: (word: string) => `Instead of “${word}” we write`,
    fillIn: '(please fill in what to write)',
    openRule: (rule: string) => `About this rule: ${rule}`,
    basis: 'Basis',
    why: 'Why',
    figure: 'Figure',
    target: ' (a target)',
    verdict: {
      consistent: 'consistent',
      inconsistent: 'inconsistent',
      question: 'questionable',
      unchecked: 'not checkable',
    },
    notChecked: (reason: string) => `Not checked: ${reason}`,
    answeredBy: (label: string) => `answered by ${label}`,
    weaklyAnswered: (label: string) => `answered by ${label} (loosely)`,
    unanswered: 'no measure answers this',
    answers: (count: number) => `answers ${count} shortcoming${count === 1 ? '' : 's'}`,
    items: (count: number) => `${count} item${count === 1 ? '' : 's'}`,
    validFrom: (date: string) => `in use since ${date}`,
    validTo: (date: string, instead: string | null) =>
      `no longer used from ${date}${instead ? `; now “${instead}”` : ''}`,
    unverifiedSource: ' (not verified)',
    source: 'Source',
    failed: (name: string, reason: string) =>
      `hegao could not check “${name}”: ${reason}. It tries again when you go on editing.`,
    tooLong: (limit: number) => `The draft has more than ${limit} characters and was not checked`,
    leftOut: (all: number, shown: number) =>
      `This draft has ${all} findings; the ${shown} that weigh most are shown, the others follow as these are dealt with. hegao check lists all of them`,
    unreadable: (name: string, reason: string) => `“${name}” cannot be read: ${reason}`,
    checking: 'hegao: checking the drafts of the folder',
    checkedCount: (done: number, all: number) => `${done}/${all}`,
    checkedAll: (drafts: number, findings: number) => `hegao: ${drafts} drafts checked, ${findings} findings`,
    noDrafts: 'hegao: no drafts to check in this folder',
    baselineWritten: (path: string) => `Written to ${path}`,
    noSuchRule: (rule: string) => `There is no rule “${rule}”`,
    headingOf: (part: string) => `heading of the part “${part}”`,
  },
} as const

/** The server's own words in one language. */
export type Words = (typeof words)[Locale]

/** The server's own words in the given language. */
export function wordsOf(locale: Locale): Words {
  return words[locale]
}
