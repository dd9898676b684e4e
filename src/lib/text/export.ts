/** Taking a table along as a file. */
export const zh = {
  button: '导出 CSV',
  done: '已导出',
  failed: '没能导出，请再试一次',
  forbidden: '管理员没有给你开放导出',
}

export const en: typeof zh = {
  button: 'Export CSV',
  done: 'Exported',
  failed: 'The export failed, please try again',
  forbidden: 'Exporting is not open to you',
}
