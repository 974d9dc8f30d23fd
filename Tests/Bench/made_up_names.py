"""Companies, people and numbers as they are in a Chinese company's customers, all made up."""

CITIES = (
    "北京 上海 广州 深圳 杭州 南京 苏州 成都 武汉 西安 重庆 天津 青岛 大连 宁波 厦门 福州 济南 郑州 长沙 "
    "合肥 昆明 沈阳 哈尔滨 长春 石家庄 太原 南昌 贵阳 南宁 海口 兰州 无锡 常州 佛山 东莞 珠海 温州 嘉兴").split()
MARKS = (
    "宏达华兴泰恒瑞丰盛隆德信诚义和美佳康安宁博雅文创新科远景辉煌金银铜铁宝龙凤鹏飞腾云天地海江河山川林森木"
    "石玉珠明星光亮春夏秋冬梅兰竹菊福禄寿喜顺利通达正大中国民生发展永久长青松柏万千百亿汇聚源泉清洁净力量动能"
    "智慧思维启迪卓越优胜凯旋捷报")
TRADES = (
    "贸易 科技 电子 机械 建材 医疗器械 食品 服装 物流 信息技术 网络科技 生物科技 环保科技 教育咨询 文化传媒 "
    "装饰工程 汽车配件 化工 能源 农业").split()
FORMS = ["有限公司"] * 5 + ["有限责任公司", "股份有限公司", "集团有限公司"]
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤")
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文华玉兰建国志海燕春晓红雪婷宇轩浩然子涵欣怡思远嘉琪诺"


def company(chance):
    city = chance.choice(CITIES) if chance.random() < 0.8 else ""
    mark = "".join(chance.choices(MARKS, k=chance.choice([2, 2, 2, 3, 4])))
    place = f"（{chance.choice(CITIES)}）" if chance.random() < 0.1 else ""
    return city + mark + place + chance.choice(TRADES) + chance.choice(FORMS)


def person(chance):
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice([1, 2, 2])))


def phone(chance):
    return "1" + chance.choice("35789") + "".join(chance.choices("0123456789", k=9))
