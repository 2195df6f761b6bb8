'use client'

import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Tabs } from '@/components/ui/tabs'
import type { ExchangeView } from '@/lib/contracts/delivery'
import { HeaderTable } from './header-table'
import { PhaseBar } from './phase-bar'
import { prettyBody } from './pretty-body'
import { toCurl } from './to-curl'

type Answer = NonNullable<ExchangeView['answer']>

/** One request and what came back, secrets masked. */
export function ExchangeDetails({ exchange }: { exchange: ExchangeView }) {
  return (
    <div className="grid min-w-0 gap-4">
      <PhaseBar phases={exchange.phases} />
      <Tabs
        label="Request and answer"
        tabs={[
          { id: 'request', label: 'Request', content: <RequestPart exchange={exchange} /> },
          { id: 'answer', label: 'Answer', content: <AnswerPart exchange={exchange} /> },
        ]}
      />
    </div>
  )
}

function RequestPart({ exchange }: { exchange: ExchangeView }) {
  const { method, url, requestHeaders, requestBody, bytesSent } = exchange
  return (
    <div className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64 font-mono text-xs leading-5 break-all">
          <span className="font-semibold">{method}</span> {url}
        </p>
        <CopyButton text={toCurl(exchange)} label="Copy as curl" hasText />
      </div>
      <HeaderTable label="Request headers" headers={requestHeaders} />
      {requestBody === '' ? (
        <p className="text-sm text-muted">Sent without a body.</p>
      ) : (
        <Body text={requestBody} label="Request body" note={`${bytesSent.toLocaleString('en')} bytes sent`} />
      )}
    </div>
  )
}

function AnswerPart({ exchange: { answer, failure } }: { exchange: ExchangeView }) {
  if (!answer) return <p className="text-base text-soft">{failure ?? 'No answer came.'}</p>
  return (
    <div className="grid min-w-0 gap-4">
      <p className="text-sm text-muted">
        Status <span className="font-mono text-xs font-semibold text-ink tabular-nums">{answer.status}</span>, answered
        by <span className="font-mono text-xs text-ink">{answer.address}</span>
      </p>
      <HeaderTable label="Answer headers" headers={answer.headers} />
      <AnswerBody answer={answer} />
    </div>
  )
}

function AnswerBody({ answer: { body, isBodyTruncated } }: { answer: Answer }) {
  if (body === '') return <p className="text-sm text-muted">The answer has no body that can be shown.</p>
  return <Body text={body} label="Answer body" note={isBodyTruncated ? 'The beginning only' : undefined} />
}

function Body({ text, label, note }: { text: string; label: string; note?: string }) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <p className="flex items-baseline justify-between gap-3 text-xs">
        <span className="font-medium text-soft">{label}</span>
        {note && <span className="text-muted tabular-nums">{note}</span>}
      </p>
      <CodeBlock code={prettyBody(text)} label={label} isWrapped />
    </div>
  )
}
