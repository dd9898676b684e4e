import { describe, expect, it } from 'vitest'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

const APP = 'wxfeedface00000001'
const remark = `/apps/${APP}/pages/remark`

describe('PUT /apps/:appid/pages/remark', () => {
  it('is answered with nothing, and kept', async () => {
    const http = openHttpApp()
    const token = await http.bind(APP)
    const response = await http.call('PUT', remark, { token, body: { path: '/pages/a.html', remark: '首页' } })
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(await http.remarks.of(APP)).toEqual(new Map([['pages/a', '首页']]))
  })

  it.each<[object, string[]]>([
    [{}, ['/path required', '/remark required']],
    [{ path: '', remark: '' }, ['/path length']],
    [{ path: 'a', remark: '名'.repeat(65) }, ['/remark length']],
    [{ path: 'a\u0000', remark: null }, ['/path format']],
    [{ path: 'a', remark: 'x\ny' }, ['/remark format']],
    [{ path: 'a', remark: 'x', by: 'me' }, ['/by unknown']],
  ])('refuses %j', async (body, faults) => {
    const http = openHttpApp()
    const token = await http.bind(APP)
    expect((await problemOf(await http.call('PUT', remark, { token, body }))).faults?.toSorted()).toEqual(faults)
  })
})
