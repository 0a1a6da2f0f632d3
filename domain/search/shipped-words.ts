import type { WordReading } from './title-reading.ts'

// Readings that the library gets wrong (display-and-print.md §3, measured with pinyin-pro 3.29.4) and place and family names that
// are said otherwise than the same characters elsewhere. Where both are heard, both are good; the office adds its own villages.
const WORDS = `
单家 shan/dan jia
单集 shan/dan ji
单庄 shan/dan zhuang
单楼 shan/dan lou
单县 shan xian
乐陵 lao/le ling
乐亭 lao/le ting
乐清 yue/le qing
乐昌 le/yue chang
尉犁 yu/wei li
尉氏 wei shi
发卡行 fa ka hang
河西村 he xi cun
六安 lu/liu an
六合区 lu/liu he qu
蚌埠 beng bu
亳州 bo zhou
涡阳 guo/wo yang
阜阳 fu yang
歙县 she xian
黟县 yi xian
铅山 yan/qian shan
婺源 wu yuan
丽水 li shui
台州 tai zhou
天台 tian tai
鄞州 yin zhou
莘县 shen xian
莘庄 xin zhuang
东阿 dong e
大城县 dai/da cheng xian
蔚县 yu/wei xian
蠡县 li xian
洪洞 hong tong
长子县 zhang/chang zi xian
临汾 lin fen
阿克塞 a ke sai
阿拉善 a la shan
巴音郭楞 ba yin guo leng
番禺 pan/fan yu
东莞 dong guan
中牟 zhong mu
浚县 xun/jun xian
武陟 wu zhi
泌阳 bi/mi yang
渑池 mian chi
柘城 zhe cheng
郫都 pi du
犍为 qian wei
筠连 jun/yun lian
荥经 ying/xing jing
荥阳 xing yang
珙县 gong xian
綦江 qi jiang
勐海 meng hai
勐腊 meng la
会泽 hui ze
会稽 kuai/hui ji
华山 hua shan
洮南 tao nan
桦甸 hua dian
珲春 hun chun
牡丹江 mu dan jiang
氹仔 dang zai
牟平 mu/mou ping
无棣 wu di
郯城 tan cheng
莒县 ju xian
茌平 chi ping
曲阜 qu fu
任丘 ren qiu
任县 ren xian
盱眙 xu yi
邗江 han jiang
睢宁 sui ning
邳州 pi zhou
甪直 lu zhi
嵊州 sheng zhou
诸暨 zhu ji
衢州 qu zhou
堡子 pu/bao zi
瓦窑堡 wa yao bu/bao
吴堡 wu bu/bao
十里堡 shi li pu/bu/bao
三里堡 san li pu/bu/bao
五里堡 wu li pu/bu/bao
七里堡 qi li pu/bu/bao
八里堡 ba li pu/bu/bao
嘎查 ga cha
苏木 su mu
万俟 mo qi
尉迟 yu chi
长孙 zhang sun
令狐 ling hu
澹台 tan tai
宰父 zai fu
淳于 chun yu
单于 chan yu
单某 shan mou
区某 ou mou
仇某 qiu mou
查某 zha mou
曾某 zeng mou
解某 xie mou
朴某 piao mou
盖某 ge/gai mou
任某 ren mou
冼某 xian mou
缪某 miao mou
翟某 zhai/di mou
覃某 qin/tan mou
乐某 yue/le mou
宁某 ning mou
员某 yun mou
折某 she mou
黑某 he/hei mou
区先生 ou xian sheng
单先生 shan xian sheng
区女士 ou nv shi
单女士 shan nv shi
单同志 shan tong zhi
仇同志 qiu tong zhi
查同志 zha tong zhi
解同志 xie tong zhi
区同志 ou tong zhi
`

/**
 * Readings that come with the program. That they are right for a village only the people there can say: the office's own
 * entries go before them.
 */
export const SHIPPED_WORDS: readonly WordReading[] = WORDS.trim()
  .split('\n')
  .map((line) => {
    const [word = '', ...reading] = line.split(' ')
    return { word, reading: reading.join(' ') }
  })
