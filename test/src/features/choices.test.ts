import { beforeEach, describe, expect, it } from 'vitest'
import {
  carryChoices,
  choicesStore,
  choose,
  forgetApp,
  forgetChoices,
  togglePin,
} from '../../../src/features/choices/store.ts'

beforeEach(() => forgetChoices())

const of = (appid: string) => choicesStore.getState().byApp[appid]
const pinned = () => choicesStore.getState().pinned

describe('what was chosen', () => {
  it('goes along to the app that is switched to', () => {
    choose('wx1', 'trend', { span: { preset: 'last7' } })
    choose('wx2', 'trend', { span: { preset: 'yesterday' } })
    carryChoices('wx1', 'wx2')
    expect(of('wx2')?.trend?.span).toEqual({ preset: 'last7' })
    expect(of('wx1')?.trend?.span).toEqual({ preset: 'last7' })
  })
  it('leaves each app its own source of the numbers', () => {
    choose('wx1', 'trend', { compare: true })
    choose('wx1', 'source', { source: 'collector' })
    carryChoices('wx1', 'wx2')
    expect(of('wx2')?.source).toBeUndefined()
    choose('wx2', 'source', { source: 'wechat' })
    carryChoices('wx1', 'wx2')
    expect(of('wx2')?.source).toEqual({ source: 'wechat' })
  })
  it('stays where nothing was chosen before', () => {
    choose('wx2', 'trend', { span: { preset: 'yesterday' } })
    carryChoices('wx1', 'wx2')
    expect(of('wx2')?.trend?.span).toEqual({ preset: 'yesterday' })
  })
  it('leaves pins alone', () => {
    togglePin('wx1')
    choose('wx1', 'trend', { compare: true })
    expect(pinned()).toEqual(['wx1'])
  })
})

describe('a pin', () => {
  it('puts the newest on top, and comes off again', () => {
    togglePin('wx1')
    togglePin('wx2')
    expect(pinned()).toEqual(['wx2', 'wx1'])
    togglePin('wx1')
    expect(pinned()).toEqual(['wx2'])
  })
  it('goes with its app', () => {
    togglePin('wx1')
    forgetApp('wx1')
    expect(pinned()).toEqual([])
  })
})
