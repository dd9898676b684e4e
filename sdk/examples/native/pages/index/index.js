const stats = require('../../data-assistant-sdk/index')

Page({
  // the person read your privacy guideline and tapped
  agree() {
    stats.consent(true)
  },

  order() {
    wx.navigateTo({ url: '/pages/order/index?id=7' })
  },

  onShareAppMessage() {
    return { title: '小店', path: '/pages/index/index' }
  },
})
