import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

echarts.use([LineChart, BarChart, PieChart, GridComponent, MarkAreaComponent, MarkLineComponent, CanvasRenderer])

export { echarts }
