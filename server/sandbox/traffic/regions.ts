/**
 * Where people live: province → weight (million inhabitants, rounded) and the cities that the answer names with their share
 * of the province. Ids are ours except 广东省 31 and 广州 3102 of the official sample.
 */
export interface Region {
  id: number
  name: string
  weight: number
  cities: readonly { id: number; name: string; share: number }[]
}

const lines = `
31 广东省 126 广州:.2 深圳:.24 东莞:.11 佛山:.1 惠州:.06 珠海:.05
1 北京市 22 北京:1
2 天津市 14 天津:1
3 上海市 25 上海:1
4 重庆市 32 重庆:1
5 江苏省 85 南京:.2 苏州:.25 无锡:.12 常州:.08 徐州:.07
6 浙江省 65 杭州:.32 宁波:.2 温州:.12 嘉兴:.08 金华:.08
7 山东省 101 济南:.18 青岛:.22 烟台:.1 潍坊:.08
8 河南省 99 郑州:.3 洛阳:.1 南阳:.06
9 四川省 84 成都:.46 绵阳:.08 南充:.05
10 湖北省 58 武汉:.5 宜昌:.08 襄阳:.07
11 湖南省 66 长沙:.42 株洲:.08 岳阳:.07
12 河北省 74 石家庄:.22 唐山:.12 保定:.12
13 福建省 42 福州:.26 厦门:.28 泉州:.2
14 安徽省 61 合肥:.34 芜湖:.1 阜阳:.07
15 陕西省 40 西安:.6 咸阳:.08
16 辽宁省 42 沈阳:.34 大连:.3
17 江西省 45 南昌:.34 赣州:.16
18 广西壮族自治区 50 南宁:.34 柳州:.14 桂林:.12
19 云南省 47 昆明:.46 曲靖:.08
20 贵州省 39 贵阳:.4 遵义:.16
21 山西省 35 太原:.4 大同:.1
22 黑龙江省 31 哈尔滨:.44 大庆:.12
23 吉林省 24 长春:.5 吉林:.14
24 甘肃省 25 兰州:.42
25 内蒙古自治区 24 呼和浩特:.3 包头:.2
26 新疆维吾尔自治区 26 乌鲁木齐:.4
27 海南省 10 海口:.46 三亚:.24
28 宁夏回族自治区 7 银川:.6
29 青海省 6 西宁:.6
30 西藏自治区 4 拉萨:.5
32 香港特别行政区 2 香港:1
33 澳门特别行政区 .5 澳门:1
34 台湾省 .6`

/** Provinces in the order of the list; the rest of each province has no named city. */
export const regions: readonly Region[] = lines
  .trim()
  .split('\n')
  .map(line => {
    const [id = '0', name = '', weight = '0', ...cities] = line.split(' ')
    return {
      id: Number(id),
      name,
      weight: Number(weight),
      cities: cities.map((entry, index) => {
        const [city = '', share = '0'] = entry.split(':')
        return { id: Number(id) * 100 + (Number(id) === 31 ? index + 2 : index + 1), name: city, share: Number(share) }
      }),
    }
  })

/** Phone models with their weight, as the public platform names them. */
export const phones = {
  iPhone: {
    'iPhone 13': 16,
    'iPhone 14': 11,
    'iPhone 15 Pro Max': 13,
    'iPhone 15': 12,
    'iPhone 12': 11,
    'iPhone 11': 10,
    'iPhone 16 Pro': 9,
    'iPhone XR': 5,
  },
  Android: {
    'HUAWEI Mate 60 Pro': 12,
    'HUAWEI nova 12': 9,
    'Xiaomi 14': 9,
    'Redmi K70': 8,
    'OPPO Reno11': 8,
    'OPPO R9': 2,
    'vivo X100': 8,
    'vivo S18': 7,
    'HONOR 100': 7,
    'HONOR X50': 6,
    'Samsung S23': 2,
  },
} as const
