import { HighlightedCode } from '@/components/code/highlighted-code'
import { CopyButton } from '@/components/ui/copy-button'
import type { DetectionView } from '@/lib/contracts/detection'

/** The detection's files to read, highlighted on the server. */
export function DetectionCode({ detection: { body, filename, yaml } }: { detection: DetectionView }) {
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      {body !== null && <File title={filename ?? 'Python'} language="python" code={body} />}
      <File title="YAML" language="yaml" code={yaml} />
    </div>
  )
}

function File({ title, language, code }: { title: string; language: 'python' | 'yaml'; code: string }) {
  return (
    <section aria-label={title} className="grid min-w-0 gap-1.5">
      <div className="flex items-center justify-between gap-2">
        <h2 className="min-w-0 truncate font-mono text-sm font-medium">{title}</h2>
        <CopyButton text={code} label={`Copy ${title}`} />
      </div>
      <HighlightedCode code={code} language={language} label={`${title}, the code`} />
    </section>
  )
}
