/** A character of a Chinese name with its sound, for e-mail addresses. */
type Sounded = readonly [character: string, pinyin: string];

const sounded = (text: string): Sounded[] => text.split(' ').map((pair) => [pair[0]!, pair.slice(1)] as const);

/** Surnames with their weight, the most frequent first. */
export const surnames: readonly (readonly [Sounded, number])[] = sounded(
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 罗luo 高gao 郑zheng 梁liang ' +
    '谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng ' +
    '魏wei 苏su 吕lv 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 贾jia 夏xia 付fu 方fang 白bai',
).map((name, rank) => [name, 1 / (1 + rank / 8)] as const);

export const maleCharacters = sounded(
  '伟wei 强qiang 磊lei 军jun 勇yong 杰jie 涛tao 明ming 超chao 刚gang 平ping 辉hui 鹏peng 华hua 飞fei 波bo 斌bin 宇yu 浩hao 凯kai 健jian 俊jun 帆fan ' +
    '峰feng 志zhi 建jian 国guo 海hai 龙long 林lin 博bo 文wen 天tian 子zi 家jia 晨chen 泽ze 昊hao 轩xuan 睿rui',
);

export const femaleCharacters = sounded(
  '芳fang 娜na 敏min 静jing 丽li 艳yan 娟juan 霞xia 秀xiu 英ying 玲ling 红hong 燕yan 梅mei 莉li 兰lan 萍ping 慧hui 洁jie 婷ting 雪xue 琳lin 颖ying ' +
    '欣xin 怡yi 雨yu 佳jia 思si 梦meng 晓xiao 玉yu 丹dan 璐lu 倩qian 瑶yao 诗shi 涵han 悦yue 妍yan 琪qi',
);

/** Names of people from elsewhere: nationality (ISO 3166-1), given names of men and of women, surnames. */
export const foreignNames: readonly {
  country: string;
  men: readonly string[];
  women: readonly string[];
  surnames: readonly string[];
}[] = [
  {
    country: 'US',
    men: ['James', 'Michael', 'Daniel', 'Ethan'],
    women: ['Emily', 'Olivia', 'Grace', 'Hannah'],
    surnames: ['Smith', 'Johnson', 'Miller', 'Davis', 'Clark'],
  },
  {
    country: 'GB',
    men: ['Oliver', 'Harry', 'George'],
    women: ['Amelia', 'Charlotte', 'Alice'],
    surnames: ['Taylor', 'Evans', 'Wright', "O'Neill"],
  },
  {
    country: 'DE',
    men: ['Jürgen', 'Lukas', 'Felix'],
    women: ['Anna', 'Jana', 'Käthe'],
    surnames: ['Müller', 'Schäfer', 'Weiß', 'Köhler'],
  },
  {
    country: 'FR',
    men: ['Hugo', 'Léo', 'François'],
    women: ['Chloé', 'Inès', 'Élodie'],
    surnames: ['Dubois', 'Lefèvre', 'Moreau'],
  },
  {
    country: 'ES',
    men: ['José', 'Álvaro', 'Íñigo'],
    women: ['Lucía', 'Begoña', 'Núria'],
    surnames: ['García', 'Núñez', 'Ibáñez'],
  },
  { country: 'JP', men: ['健太', '大輔', '翔'], women: ['美咲', '陽菜', '葵'], surnames: ['佐藤', '鈴木', '高橋'] },
  { country: 'KR', men: ['민준', '서준'], women: ['서연', '지우'], surnames: ['김', '이', '박'] },
  { country: 'IN', men: ['Arjun', 'Rahul'], women: ['Priya', 'Ananya'], surnames: ['Sharma', 'Patel', 'Iyer'] },
  { country: 'RU', men: ['Иван', 'Дмитрий'], women: ['Анна', 'Ольга'], surnames: ['Смирнов', 'Попов'] },
  { country: 'BR', men: ['João', 'Mateus'], women: ['Beatriz', 'Conceição'], surnames: ['Silva', 'Araújo'] },
];

export const roads = [
  '中山路',
  '人民路',
  '解放路',
  '建设路',
  '和平路',
  '天府大道',
  '滨江路',
  '科技路',
  '学院路',
  '文化路',
  '新华街',
  '东风路',
  '体育西路',
  '深南大道',
];
export const estates = ['阳光花园', '翠湖苑', '锦绣家园', '星河湾', '丽景华庭', '金色港湾', '绿洲雅居', '书香门第'];
export const occupations = [
  '工程师',
  '教师',
  '医生',
  '公务员',
  '会计',
  '销售',
  '司机',
  '设计师',
  '厨师',
  '学生',
  '个体经营',
  '退休',
  '程序员',
  '护士',
];
export const hobbies = ['阅读', '旅游', '摄影', '跑步', '电影', '音乐', '游戏', '烹饪', '篮球', '园艺'];

export const companyWords = [
  '华信',
  '鼎盛',
  '瑞丰',
  '恒通',
  '博远',
  '天成',
  '金桥',
  '汇智',
  '联创',
  '万达兴',
  '中科',
  '启明',
  '东方',
  '长虹',
  '安泰',
  '宏图',
];
export const foreignCompanies = [
  'Nordwind Logistik',
  'Pacific Trading',
  'Atlas Robotics',
  'Lumière Conseil',
  'Sakura Foods',
  'Blue Harbor',
  'Andes Minerals',
];
export const foreignForms = ['(China) Co., Ltd.', 'GmbH', 'Asia Ltd.', 'S.A.'];

/** Industries by section of GB/T 4754 and the word that companies carry in their names. */
export const industries: readonly (readonly [industry: string, word: string])[] = [
  ['C 制造业', '机械制造'],
  ['F 批发和零售业', '商贸'],
  ['G 交通运输、仓储和邮政业', '物流'],
  ['H 住宿和餐饮业', '餐饮管理'],
  ['I 信息传输、软件和信息技术服务业', '网络科技'],
  ['J 金融业', '投资'],
  ['E 建筑业', '建筑工程'],
  ['P 教育', '教育咨询'],
  ['Q 卫生和社会工作', '医疗'],
];
