const stats = require('./data-assistant-sdk/index')

stats.init({ key: 'wk_example', url: 'http://127.0.0.1:8787', consent: 'required' })

App({})
