/**
 * 公开渠道和载体: the thirteen boxes of the standard catalogue in their fixed wording, and the one of the land field
 * (domain book §3.1).
 */
export const CHANNELS = [
  '政府网站',
  '政府公报',
  '两微一端',
  '发布会/听证会',
  '广播电视',
  '纸质媒体',
  '公开查阅点',
  '政务服务中心',
  '便民服务站',
  '入户/现场',
  '社区/企事业单位/村公示栏(电子屏)',
  '精准推送',
  '其他',
  '征地信息公开平台',
] as const

/** 公开层级 as the standard ticks them; a table may have others. */
export const LEVELS = ['县级', '乡级', '村级'] as const
