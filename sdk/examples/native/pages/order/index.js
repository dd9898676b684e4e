const stats = require('../../data-assistant-sdk/index')

Page({
  data: { paid: '未付款' },

  pay() {
    stats.track('pay', { item: 7 })
    this.setData({ paid: '已付款' })
  },
})
