import { reportPeriod } from '../../../server/domain/report-periods.ts'
import { UpstreamError, type UpstreamFailure } from '../../../server/domain/upstream.ts'
import type { Datacube, DatacubeQuestion, Lane } from '../../../server/ports/wechat.ts'
import { fullAnswer } from '../answers.ts'

/** What WeChat says to a question: a body, or a failure by its name. */
export type Said = string | { failure: UpstreamFailure }

/** WeChat's statistics by a script; everything not in the script gets a full answer. */
export class FakeDatacube implements Datacube {
  readonly asked: (DatacubeQuestion & { lane: Lane })[] = []
  quota: number | null = null
  quotaAsked = 0
  /** Called with each question; `undefined` gives the full answer. */
  script: (question: DatacubeQuestion) => Said | undefined = () => undefined
  private gate: Promise<void> = Promise.resolve()

  async ask(question: DatacubeQuestion, lane: Lane): Promise<string> {
    this.asked.push({ ...question, lane })
    await this.gate
    const said = this.script(question)
    if (typeof said === 'object') throw new UpstreamError(said.failure, `${question.report} ${said.failure}`)
    return said ?? fullAnswer(question.report, reportPeriod(question.report, question.to))
  }

  async remainingQuota(): Promise<number | null> {
    this.quotaAsked += 1
    return this.quota
  }

  /** Lets every call wait until the returned function is called. */
  hold(): () => void {
    let release = () => {}
    this.gate = new Promise(resolve => {
      release = resolve
    })
    return release
  }
}
