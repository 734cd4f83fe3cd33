"""Turn the name of a unit into the characters before which it is none: 支撑, 项目, 位于."""

from __future__ import annotations

_LONGER = """
支 撑持付出援队部线路行
项 目
家 庭长具电园乡居
户 籍外口
台 湾阶风账
层 次面级
口 岸径号
位 于居列置移数
成 果立功本效长就员都品色熟形
周 边期围恩
天 然津河府空
日 本常前报益电
升 级至高为幅温值
度 假过量
强 化国调制市劲弱
倍 增
组 织成建委
对 外标口接于照比话策应
单 位独一纯元
场 所地景馆
批 准发评
种 植子养业
类 似
列 入为出举车
起 草点步来伏动诉到
门 诊户店槛头
处 理于置罚长
部 门分署队委长级位
所 有在得需谓
条 件例约款线
名 单义录称列誉牌优
省 份
市 场民值政委域
县 域
国 家际内外有产企资道
样 本式
点 击
分 别为布析类支公
步 骤入伐
段 落
节 能约点日目
本 级地市省年次
年 级轻产货
米 粉
次 日产
件 套
片 区
发 展布
集 团聚中群成
队 伍
团 队结
道 路
村 民委
区 域间块县
镇 区
张 家
人 民才均工大行社物类体参
级 别
元 旦素宇
瓶 颈
期 间望货待
页 岩
轮 换胎
头 部
箱 包
床 上
站 点
吨 位
班 子组
篇 章
克 服
秒 杀
港 口湾
厂 商房
校 园企
排 名放
栏 目
根 据本
块 状
双 向方重碳
"""
# By the unit of one character: what follows makes a longer word of the two.
NOT_BEFORE = dict(line.split() for line in _LONGER.strip().splitlines())
