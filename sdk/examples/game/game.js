const stats = require('./data-assistant-sdk/index')

stats.init({ key: 'wk_example', url: 'https://stats.example.com', consent: 'granted' })

/** Changes the scene of the game. */
function enter(scene) {
  stats.view(scene)
}

enter('home')

wx.onTouchStart(() => {
  enter('battle')
  stats.purchase(600, { item: 'sword' })
})
