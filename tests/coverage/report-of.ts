import { type Block, blockShape, type Item, type Report, read, type Section } from '@hegao/core'

/**
 * A report with the given shortcomings and measures. A text of the form 标题。正文 becomes an item with a heading; any other
 * text is its own head.
 */
export function reportOf(shortcomings: readonly string[], measures: readonly string[]): Report {
  const lines = [...shortcomings, ...measures]
  const document = read({ path: 'report.txt', format: 'text', text: lines.join('\n') })
  const item = (kind: Item['kind'], block: Block, index: number): Item => {
    const { text } = block.shape
    const stop = text.indexOf('。')
    const titled = stop !== -1 && stop < 40 && stop < text.length - 1
    const head = { block, from: 0, to: titled ? stop : text.length }
    return {
      index,
      kind,
      section: sectionAround(block),
      label: null,
      head,
      places: [{ block, from: 0, to: text.length }],
      cues: [],
    }
  }
  const blocks = document.blocks
  return {
    document,
    metadata: {
      title: null,
      titleText: null,
      issuer: null,
      level: null,
      period: null,
      addressee: null,
      signatures: [],
      signedOn: null,
      publishedOn: null,
      writtenOn: null,
      documentNumber: null,
    },
    sections: [],
    parts: [],
    shortcomings: blocks
      .slice(0, shortcomings.length)
      .map((block, index) => item('shortcoming', block, index)),
    measures: blocks.slice(shortcomings.length).map((block, index) => item('measure', block, index)),
    furniture: [],
    blocks,
    sectionOf: () => null,
    foldedWidth: false,
  }
}

function sectionAround(block: Block): Section {
  const place = { block, from: 0, to: 0 }
  return {
    index: 0,
    level: 1,
    label: null,
    title: '',
    titlePlace: place,
    runIn: false,
    body: [],
    from: block.index,
    to: block.index + 1,
    parent: -1,
    children: [],
    role: null,
  }
}

/** A block that is in no document, for items made by hand. */
export function blockOf(text: string): Block {
  const shape = blockShape({
    kind: 'paragraph',
    text,
    map: { spans: null },
    sourceLength: text.length,
    depth: 0,
    marker: '',
  })
  return { index: 0, start: 0, shape }
}
