import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/**
 * The Markdown that hegao reads, as a unified stack: CommonMark with tables, footnotes, task lists and strikethrough.
 * Differences from GitHub, all for the sake of Chinese prose: `**注意：**正文` is strong (cjk-friendly); a single `~` is a
 * range (3~5天), never strikethrough; a bare URL is text, because a literal autolink runs on into the Chinese behind it
 * (`https://www.gov.cn网站`).
 */
function stack(frontMatter: boolean) {
  const processor = unified().use(remarkParse)
  if (frontMatter) processor.use(remarkFrontmatter, ['yaml'])
  return processor
    .use(remarkGfm, { singleTilde: false })
    .use(withoutLiteralAutolinks)
    .use(remarkCjkFriendly)
    .freeze()
}

/** Takes the literal autolinks out of remark-gfm: the tokenizer's constructs by name, the tree's by their handler. */
export function withoutLiteralAutolinks(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions?: unknown[]
    fromMarkdownExtensions?: unknown[]
  }
  data.micromarkExtensions?.push({ disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } })
  const extensions = data.fromMarkdownExtensions?.flat() ?? []
  data.fromMarkdownExtensions = extensions.filter(
    (extension) => !('literalAutolink' in ((extension as { enter?: object }).enter ?? {})),
  )
}

let inner: ReturnType<typeof stack> | undefined

/** The mdast tree of a part of a draft that does not begin it: `---` is never front matter. */
export function parsePart(text: string): Root {
  inner ??= stack(false)
  return inner.parse(text)
}

const decoded = new Map<string, string>()

/** What a character reference such as `&amp;` stands for; itself if it is none. */
export function decodeReference(reference: string): string {
  let value = decoded.get(reference)
  if (value === undefined) {
    const paragraph = parsePart(reference).children[0]
    const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
    value = text?.type === 'text' ? text.value : reference
    decoded.set(reference, value)
  }
  return value
}
