import { parseWeights } from './weight-table.ts';

/**
 * Weight of each feature of `features.ts`, in log-odds, summed. A line is a family of features:
 * `tail: particle=-2.1` is the weight of `tail particle`. Absent features weigh 0.
 *
 * Fitted by maximum likelihood (at the start of each sentence a choice between no heading and one of
 * nine phrases) on 6,390 newspaper articles of SaudiNewsNet up to 4 August 2015; the bench's dev
 * articles are later. To be refitted when a feature changes its meaning.
 */
const table = `
after: question=-0.7 quote=-1.51 stop=0.28
alone: bias=0.16 dash=1.03 dots=-2.17 glued=0.08 joined=0.2 question=-0.64 quoted=-0.31
before: 0=-0.87 1=-0.21 2=0.09
clause: within=-0.41
echo: 1_0_0=-1.1 1_0_1=-1.21 1_1_1=-0.46 2_0_0=-1.06 2_0_1=-0.56 2_0_2=0.42 2_1_1=-0.37
echo: 2_1_2=-0.08 2_2_2=1.27 3_0_0=-1.79 3_0_1=-1.23 3_0_2=-0.34 3_0_3=0.14 3_1_1=-1.13
echo: 3_1_2=-0.8 3_1_3=-0.58 3_2_2=0.43 3_2_3=1.18 4_0_0=-1.77 4_0_1=-1.73 4_0_2=-1.45
echo: 4_0_3=-0.66 4_1_1=-1.07 4_1_2=-1.11 4_1_3=-0.39 4_2_2=-0.84 4_2_3=0.55 near=0.93
from: 0=-3.44 1=-1.25 2=-2.24 3=0.37
head: again=-0.25 bound=-0.7 definite=0.19 demonstrative=-3.39 future=-1.79 letter=-1.78
head: number=0.61 owned=-1.63 particle=-1.4 past=-1.45 plain=0.31 prefixed=-1.51
head: preposition=-2.3 present=-3.44 pronoun=-1.82 relative=-0.83 title=-0.62 waDefinite=-3.45
head: waParticle=-2.33 waPast=-2.17 waPlain=-2.57 waPreposition=-2.6 waPresent=-2.13
left: 0=-2.66 1=-2.08 2=-1.37 3=0.07
next: adjective=-1.38 agrees=-1.01 bound=-1.49 comma=-2.34 connective=0.3 definite=-1.47
next: demonstrative=-1.85 disagrees=-0.81 future=-2.55 latin=-1.49 letter=-2.25 number=-1.31
next: opener=-0.48 particle=-0.82 plain=-0.87 plainF=-1.13 plainT=-0.35 plainW=-1.44
next: prefixed=-1.61 preposition=-1.31 present=-0.62 pronoun=-3.2 quoted=-1.22 relative=-2.95
next: title=-1.06 waBound=-0.92 waDefinite=-2.38 waParticle=-0.44 waPast=1.01 waPlain=-1.48
next: waPreposition=0.59 waPresent=0.37 waT=-1.07 waVerbal=-1.47
particle: within=-1.06
past: 0=0.09 1=-0.42 2=-0.36
pronoun: within=-1.83
quote: first=-0.47 within=-0.82
relative: within=-2.9
rest: 0=-2.54 1=-1.81 2=-1.17 3=-0.48 4=-0.16 5=0.33
seam: D_adjective=-2.58 D_bound=-2.21 D_comma=-1.32 D_connective=-0.38 D_definite=-1.43
seam: D_demonstrative=-0.3 D_future=-1.86 D_letter=-1.7 D_number=-0.52 D_opener=-1.1
seam: D_particle=-1.5 D_past=-0.16 D_plain=-1.52 D_plainF=-2.56 D_plainW=-0.24 D_prefixed=-1.21
seam: D_preposition=-1.28 D_present=-0.48 D_pronoun=-2.33 D_relative=-2.84 D_title=-0.7
seam: D_waBound=-0.99 D_waDefinite=-1.93 D_waParticle=-0.1 D_waPast=0.55 D_waPlain=-0.96
seam: D_waPreposition=-0.35 D_waPresent=0.23 D_waT=-0.66 D_waVerbal=-0.62 I_adjective=-1.33
seam: I_bound=-0.86 I_comma=-2.32 I_connective=-1.06 I_definite=-2.08 I_demonstrative=-2.62
seam: I_future=-1.8 I_latin=-0.37 I_letter=-1.51 I_number=-2.1 I_opener=-1.18 I_particle=-1.9
seam: I_past=-1.47 I_plain=-1.3 I_plainF=-0.56 I_plainT=-0.68 I_plainW=-1.19 I_prefixed=-2.36
seam: I_preposition=-1.77 I_present=-0.95 I_pronoun=-1.93 I_relative=-1.41 I_title=-1.11
seam: I_waBound=-0.66 I_waDefinite=-1.43 I_waParticle=-1.09 I_waPast=0.5 I_waPlain=-2.15
seam: I_waPreposition=0.11 I_waPresent=-0.11 I_waT=-1.1 I_waVerbal=-1.23 N_comma=-0.73
seam: N_past=-1.42 N_plain=-1.96 N_plainT=-1.34 N_preposition=-1.57 P_adjective=-1.76
seam: P_bound=-1.9 P_comma=-1.73 P_connective=-1.15 P_definite=-1.52 P_demonstrative=-1.68
seam: P_future=-0.77 P_number=-1.77 P_opener=-1.07 P_particle=-1.73 P_past=0.52 P_plain=-0.98
seam: P_plainF=-1.91 P_plainT=-2.11 P_plainW=-1.32 P_prefixed=-0.64 P_preposition=-2.31
seam: P_present=-0.61 P_relative=-1.12 P_title=-1.48 P_waDefinite=-1.67 P_waPlain=-1.85
seam: R_adjective=-1.09 R_bound=-1.21 R_comma=-1.13 R_connective=-1.61 R_definite=-1.21
seam: R_demonstrative=-1.06 R_future=-0.69 R_letter=-0.95 R_number=-1 R_opener=-1.96
seam: R_particle=-1.59 R_past=-1.59 R_plain=-1.61 R_plainF=-1.45 R_plainT=-0.59 R_plainW=-1.12
seam: R_prefixed=-0.98 R_preposition=-1.46 R_present=-1.73 R_title=-1.49 R_waPlain=-1.18
seam: V_adjective=-1.71 V_bound=-1.73 V_comma=-1.23 V_connective=-2.07 V_definite=-2.03
seam: V_demonstrative=-1.36 V_letter=-1.06 V_number=-1.51 V_opener=-2.55 V_particle=-2.69
seam: V_past=-1.53 V_plain=-2.7 V_plainF=-1.55 V_plainT=-1.88 V_plainW=-1.24 V_prefixed=-1.53
seam: V_preposition=-2.39 V_present=-1.16 V_title=-2.08 V_waPlain=-1.18 W_adjective=-1.73
seam: W_bound=-1.54 W_comma=-1.53 W_connective=-0.28 W_definite=-0.87 W_demonstrative=-1.48
seam: W_number=-1.7 W_opener=-0.51 W_past=-0.12 W_plain=-1.89 W_plainF=-1.86 W_plainT=-1.83
seam: W_prefixed=-1.67 W_preposition=-1.1 W_present=-0.59 W_pronoun=-1.03 W_relative=-1.26
seam: W_title=-1.56 W_waDefinite=-2.38 W_waPlain=-0.81 X_adjective=-1.35 X_bound=-1.41
seam: X_comma=-1.18 X_connective=-0.9 X_definite=-1.64 X_demonstrative=-1.34 X_future=-0.77
seam: X_latin=-1.01 X_number=-1.11 X_opener=-2.03 X_particle=-1.86 X_past=-1.87 X_plain=-1.51
seam: X_plainF=-1.27 X_plainT=-1.77 X_plainW=-1.12 X_prefixed=-1.15 X_preposition=-1.55
seam: X_present=-2.05 X_pronoun=-1.12 X_relative=-0.47 X_title=-1.37 X_waPlain=-1.34
seam: X_waVerbal=-1.24
second: bound=0.4 definite=-0.15 demonstrative=-1.72 future=-1.15 latin=-2.23 letter=0.71
second: number=-2.29 particle=-0.9 past=-0.1 plain=-0.29 prefixed=-1.05 preposition=-0.88
second: present=-0.71 pronoun=-1.48 relative=-1.31 title=0.48 waDefinite=-2 waParticle=-2.39
second: waPast=-1.97 waPlain=-1.4 waPreposition=-2.28 waPresent=-2.37
shape: D=-0.52 DD=-0.79 DDD…I=-1.7 DDI=0.07 DDI…D=-1.03 DDI…I=-0.8 DDP=0.32 DDP…D=-1.18
shape: DDP…I=-1.94 DDX=-0.88 DDX…I=-1.66 DI=-0.78 DII=-0.16 DII…I=-0.45 DP=-1.46 DPD…I=-1.06
shape: DPI…I=-0.69 DPX…D=-2.07 DPX…I=-1.43 DV=-1.9 DX=-1.8 DXI=-0.29 DXI…I=-1.44 I=-0.77
shape: ID=-0.38 IDD=0.13 IDDI=-1.11 IDDP=-1.81 IDD…D=-0.58 IDD…I=-0.7 IDD…P=-1.66 IDD…X=-1.13
shape: IDI=-1.28 IDII=-1.6 IDI…D=-0.48 IDI…I=-0.73 IDI…P=-1.58 IDP=-2.65 IDPI=-1.78 IDP…D=-0.36
shape: IDP…I=-0.2 IDP…P=-1.74 IDR…I=-1.1 IDV…D=-0.46 IDV…I=-1.78 IDW…I=-1.39 IDX=-1.79
shape: IDX…D=-1.78 IDX…I=-1.9 IDX…P=-1.1 II=-0.07 IID=-0.56 IIDD=-1.11 IIDI=-1.78 IIDP=-0.29
shape: IID…D=-0.89 IID…I=-1.3 IID…P=-1.84 IID…V=-1.02 IID…W=-0.81 IID…X=-1.21 III=-0.15
shape: IIID=-0.47 IIII=-0.79 IIIP=-1.53 III…D=-0.93 III…I=-1.34 III…P=-0.27 III…V=-1.14
shape: III…W=-0.14 III…X=-1.21 IIP=-0.62 IIPD=-1.9 IIPI=-0.57 IIP…D=-0.08 IIP…I=-0.8 IIP…P=-0.07
shape: IIR=-0.43 IIR…I=-1.18 IIV=-0.4 IIV…D=-1.36 IIV…I=-0.88 IIW…I=-1.1 IIX=-1.84 IIX…D=-1.9
shape: IIX…I=-1.37 IIX…P=-0.98 IIX…X=-1.04 IP=-1.46 IPD=-0.9 IPD…D=-0.43 IPD…I=-2.18 IPI=-2.04
shape: IPI…D=-2.31 IPI…I=-0.87 IPI…P=-0.24 IPX=-1.69 IPX…D=-2.06 IPX…I=-1.71 IPX…P=-1.38
shape: IV=-1.28 IVI=-1.24 IVI…D=-0.83 IVI…I=-2.27 IVI…P=-1.37 IW=0.35 IX=-2.18 IXD=-1.14
shape: IXD…D=-2.14 IXD…I=-1.95 IXD…P=-1 IXD…X=-0.98 IXI=-0.59 IXII=-0.29 IXI…D=-2.3 IXI…I=-1.96
shape: IXI…P=-1.15 IXI…X=-0.94 IXV=-1.52 IXV…D=-1.3 IXV…I=-1.27 IXX=-1.48 IXX…I=-1.79 NI=-0.8
shape: NII…I=0.06 P=-1.43 PD=-0.86 PDD=-2.32 PDD…D=-1.36 PDD…I=-1.07 PDI…I=-0.8 PDX=-0.83
shape: PDX…D=-1.01 PDX…I=-0.5 PDX…P=-0.19 PI=-1.55 PID=-2.47 PID…D=-1.82 PID…I=-0.55 PID…P=-0.63
shape: PII=-1.78 PIII=-1.25 PIIV=-0.83 PII…D=-1.63 PII…I=-1.32 PII…P=-0.95 PII…X=-0.2
shape: PIP…I=-0.92 PIV=-1.01 PIVI=-1.09 PIV…D=-1.5 PIV…I=-1.01 PIV…P=-0.88 PIX…I=-0.93 PP=-1.17
shape: PV=-1.05 PX=-0.81 PXD=-2.23 PXD…D=-1.57 PXD…I=-1.03 PXI=-1.52 PXI…D=-1.63 PXI…I=-0.78
shape: PXV=-0.89 PXVI=-1 PXV…D=-1.53 PXV…I=-1.12 PXV…P=-0.82 PXX…I=-0.57 R=-1.25 RD=-3.33
shape: RDD=-2.84 RDDD=-2.14 RDDI=-1.49 RDDP=-1.78 RDDV=-0.77 RDDX=-0.64 RDD…D=-2.05 RDD…I=-1.63
shape: RDD…N=-0.59 RDD…P=-1.62 RDD…V=-0.67 RDD…W=-1.82 RDD…X=-0.74 RDI=-1.91 RDID=-2.14
shape: RDII=-1.72 RDIP=-1.14 RDI…D=-1.98 RDI…I=-1.87 RDI…N=-0.68 RDI…P=-1.5 RDI…V=-0.71
shape: RDI…W=-1.45 RDI…X=-0.75 RDP=-1.35 RDPD=-2.05 RDPI=-2.04 RDPX=-0.86 RDP…D=-2.05
shape: RDP…I=-1.72 RDP…P=-1.29 RDP…V=-0.64 RDP…W=-1.16 RDP…X=-0.62 RDV=-0.76 RDVI=-0.98
shape: RDV…D=-1.33 RDV…I=-1.12 RDV…P=-0.52 RDW=-1.88 RDW…D=-1.56 RDW…I=-1.31 RDX=-1.15
shape: RDXD=-1.75 RDXI=-1.4 RDXV=-0.55 RDXX=-0.6 RDX…D=-1.9 RDX…I=-1.27 RDX…P=-1.17 RDX…V=-0.59
shape: RDX…W=-1.16 RDX…X=-0.55 RI=-2.55 RID=-2.8 RIDD=-2.71 RIDI=-1.83 RIDP=-1.47 RIDV=-0.6
shape: RIDW=-1.82 RIDX=-0.9 RID…D=-2.26 RID…I=-1.61 RID…N=-0.78 RID…P=-1.92 RID…V=-0.85
shape: RID…W=-1.75 RID…X=-0.85 RII=-2.44 RIID=-2.35 RIII=-1.8 RIIP=-1.56 RIIV=-0.89 RIIX=-0.98
shape: RII…D=-2.04 RII…I=-1.6 RII…N=-0.97 RII…P=-1.65 RII…R=-0.9 RII…V=-0.86 RII…W=-1.89
shape: RII…X=-1.01 RIN…D=-1.33 RIN…I=-0.95 RIP=-1.51 RIPD=-1.75 RIPI=-1.76 RIPX=-0.8 RIP…D=-1.95
shape: RIP…I=-1.56 RIP…P=-1.21 RIP…V=-0.48 RIP…W=-1.64 RIP…X=-0.64 RIV=-1.17 RIVI=-1.24
shape: RIV…D=-1.51 RIV…I=-1.16 RIV…P=-0.92 RIV…X=-0.1 RIW=-1.93 RIW…D=-1.73 RIW…I=-1.35
shape: RIX=-1.02 RIXD=-2.05 RIXI=-1.33 RIXV=-0.49 RIXX=-0.58 RIX…D=-1.85 RIX…I=-1.55 RIX…P=-1.02
shape: RIX…V=-0.52 RIX…W=-1.08 RIX…X=-0.61 RP=-1.89 RPD=-2.54 RPDI=-1.16 RPDX=-0.52 RPD…D=-1.58
shape: RPD…I=-1.29 RPD…P=-1.03 RPD…V=-0.4 RPD…X=-0.26 RPI=-2.54 RPID=-1.85 RPII=-1.65 RPIP=-0.96
shape: RPI…D=-1.98 RPI…I=-1.49 RPI…P=-1.21 RPI…V=-0.48 RPI…W=-1.36 RPI…X=-0.6 RPX=-1.02
shape: RPXD=-1.87 RPXI=-1.15 RPX…D=-1.98 RPX…I=-1.18 RPX…P=-0.77 RPX…V=-0.5 RPX…X=-0.43 RV=-1.63
shape: RVD=-1.99 RVDD=-1.33 RVDI=-1.08 RVDP=-0.84 RVD…D=-1.68 RVD…I=-1.36 RVD…P=-1.22 RVD…X=-0.2
shape: RVI=-1.51 RVID=-1.57 RVII=-1.5 RVI…D=-1.7 RVI…I=-1.57 RVI…P=-1.02 RVI…V=-0.66 RVI…X=-0.3
shape: RVP=-1.11 RVP…D=-1.25 RVP…I=-1.14 RVP…P=-0.82 RVX=-0.94 RVX…D=-1.07 RVX…I=-0.93
shape: RVX…P=-0.6 RW=-1.95 RX=-1.25 RXD=-2.72 RXDD=-1.81 RXDI=-1.36 RXDP=-1.28 RXDV=-0.71
shape: RXDX=-0.61 RXD…D=-1.81 RXD…I=-1.43 RXD…P=-1.38 RXD…V=-0.63 RXD…W=-1.27 RXD…X=-0.52
shape: RXI=-1.84 RXID=-1.83 RXII=-1.19 RXIP=-0.94 RXIX=-0.66 RXI…D=-1.69 RXI…I=-1.2 RXI…P=-0.82
shape: RXI…V=-0.66 RXI…W=-1.3 RXI…X=-0.62 RXP=-1.45 RXPI=-0.87 RXP…D=-1.45 RXP…I=-1.37
shape: RXP…P=-0.71 RXV=-1.14 RXVD=-1.36 RXVI=-1.02 RXV…D=-1.44 RXV…I=-1.26 RXV…P=-0.71
shape: RXV…X=-0.07 RXX=-0.88 RXXD=-1.34 RXXI=-1.18 RXX…D=-1.33 RXX…I=-1.15 RXX…P=-0.87
shape: RXX…V=-0.22 RXX…X=-0.37 V=-1.19 VD=-1.68 VDD=-0.38 VDDD=-0.53 VDDI=-1.15 VDDP=-1.03
shape: VDD…D=-1.65 VDD…I=-0.92 VDD…P=-0.76 VDD…W=-0.97 VDD…X=-0.25 VDI=-1.43 VDII=-1.24
shape: VDI…D=-2.07 VDI…I=-0.84 VDI…P=-0.76 VDP=-0.83 VDPI=-0.12 VDP…D=-0.97 VDP…I=-0.81
shape: VDP…P=-0.27 VDX…I=-0.76 VI=-2.23 VID=-1.77 VIDD=-1.47 VIDI=-1.29 VIDP=-0.99 VID…D=-1.71
shape: VID…I=-1.73 VID…P=-1.22 VID…V=-0.29 VID…W=-0.79 VID…X=-0.36 VII=-1.92 VIID=-1.66
shape: VIII=-1.44 VIIP=-0.93 VII…D=-2.06 VII…I=-1.53 VII…P=-1.21 VII…V=-0.38 VII…W=-1.6
shape: VII…X=-0.51 VIP=-1.22 VIPD=-1.26 VIPI=-1.13 VIP…D=-0.76 VIP…I=-0.8 VIP…P=-0.52
shape: VIX…I=-0.84 VP=-1.3 VPI…I=-1.15 VPX=-0.72 VPX…D=-0.9 VPX…I=-0.82 VX=-1.9 VXD=-1.51
shape: VXD…D=-1.34 VXD…I=-1.21 VXD…P=-0.63 VXI=-1.61 VXID=-1.2 VXII=-0.96 VXI…D=-1.61
shape: VXI…I=-1.12 VXI…P=-0.75 VXI…V=-0.16 VXP=-1.34 VXP…D=-1.52 VXP…I=-1.08 VXX…I=-0.75 W=-1.52
shape: WD=-1.82 WDD=-2.26 WDDI=-1.09 WDDP=-0.91 WDD…D=-1.76 WDD…I=-1.26 WDD…P=-0.81 WDI=-1.61
shape: WDII=-1.35 WDI…D=-1.43 WDI…I=-1.48 WDI…P=-0.94 WDP=-1.26 WDPI=-1.06 WDP…D=-1.51
shape: WDP…I=-1.08 WDP…P=-0.72 WDX=-0.81 WDX…D=-1.02 WDX…I=-0.68 WDX…P=-0.19 WI=-1.11 WID=-1.97
shape: WIDD=-1.73 WIDI=-1.09 WIDP=-0.81 WID…D=-1.64 WID…I=-1.34 WID…P=-0.92 WID…X=-0.13
shape: WII=-1.68 WIID=-1.42 WIII=-1.58 WIIP=-0.77 WII…D=-1.85 WII…I=-1.31 WII…P=-1.05
shape: WII…W=-1.22 WII…X=-0.34 WIP=-1.23 WIPI=-0.82 WIP…D=-1.46 WIP…I=-1.15 WIP…P=-0.57
shape: WIX=-0.57 WIX…I=-0.81 WIX…P=-0.51 WP=-1.61 WPD=-1.84 WPD…D=-1.42 WPD…I=-1.24 WPI=-1.58
shape: WPI…D=-1.63 WPI…I=-1.17 WPI…P=-0.62 WPX=-0.77 WPX…I=-0.82 WV=-0.93 WVI…I=-0.37 WX=-1.14
shape: WXD=-1.92 WXD…D=-1.39 WXD…I=-0.95 WXD…P=-0.68 WXI=-1.2 WXI…D=-1.23 WXI…I=-0.77
shape: WXI…P=-0.46 WXV=-0.65 WXV…D=-0.79 WXV…I=-0.44 WXX…D=-0.98 WXX…I=-0.55 X=-1.21 XD=-2.7
shape: XDD=-2.64 XDDI=-1.04 XDD…D=-1.44 XDD…I=-1.33 XDD…P=-0.92 XDD…V=-0.67 XDD…X=-0.67
shape: XDI=-1.66 XDI…D=-1.19 XDI…I=-1.15 XDI…P=-0.58 XDP=-1.33 XDP…D=-0.97 XDP…I=-0.94 XDV=-0.73
shape: XDV…I=-1.02 XDX=-0.9 XDX…D=-0.9 XDX…I=-0.63 XDX…P=-0.7 XI=-1.7 XID=-1.65 XIDD=-1.69
shape: XIDI=-1.42 XID…D=-1.89 XID…I=-1.55 XID…P=-1.03 XID…V=-0.54 XID…X=-0.77 XII=-1.22
shape: XIID=-0.86 XIII=-1.27 XIIP=-1.01 XII…D=-1.9 XII…I=-1.49 XII…P=-1.2 XII…V=-0.73
shape: XII…W=-1.38 XII…X=-0.77 XIP=-1.22 XIPI=-0.56 XIP…D=-0.55 XIP…I=-1.39 XIP…P=-0.88
shape: XIP…X=-0.69 XIV…I=-1.07 XIX=-1.01 XIX…D=-1.56 XIX…I=-0.88 XIX…P=-0.81 XIX…X=-0.43 XP=-1.9
shape: XPD=-1.76 XPD…I=-0.87 XPI=-1.87 XPI…D=-1.71 XPI…I=-1.45 XV=-1.44 XVD=-2.41 XVDD=-1.59
shape: XVDI=-1.29 XVDP=-1.09 XVD…D=-1.79 XVD…I=-1.55 XVD…P=-1.01 XVD…W=-1.09 XVD…X=-0.68
shape: XVI=-1.29 XVID=-1.67 XVII=-1.34 XVIP=-0.96 XVI…D=-1.13 XVI…I=-1.26 XVI…P=-1.3 XVI…V=-0.41
shape: XVI…W=-1.44 XVI…X=-0.8 XVP=-1.12 XVP…D=-1.53 XVP…I=-1.22 XVP…P=-0.6 XVX=-0.94 XVX…D=-1.5
shape: XVX…I=-1.07 XVX…P=-0.56 XX=-1.78 XXD=-2.24 XXD…D=-1.4 XXD…I=-1.25 XXD…P=-0.82 XXD…X=-0.54
shape: XXI=-1.99 XXID=-1.56 XXII=-1.39 XXI…D=-1.83 XXI…I=-1.51 XXI…P=-0.84 XXI…V=-0.6 XXI…X=-0.7
shape: XXV=-1.08 XXV…D=-1.41 XXV…I=-1.13 XXV…P=-0.75 XXV…X=-0.47 XXX=-1.23 XXX…D=-1.67
shape: XXX…I=-1.43 XXX…P=-0.62 XXX…X=-0.52
size: 1=-0.54 1_bare=-1.07 1_opened=-0.74 2=0.26 2_bare=-0.53 2_opened=0.54 3_bare=-0.53
size: 3_opened=0.31 4=-0.31 4_bare=-0.76 4_opened=-0.06 5=-0.1 5_bare=-0.53 5_opened=-0.38
size: 6=-0.52 7=-0.72 8=-0.81 9=-0.62
tail: adverb=-1.04 agrees=-0.05 bound=-1.33 demonstrative=-2.29 disagrees=-0.31 future=-2.1
tail: latin=-0.88 letter=-1.78 number=-3.14 owned=-0.86 particle=-1.81 past=-1.34 prefixed=-0.13
tail: preposition=-2.67 present=-1.64 pronoun=-1.78 relative=-1.58 title=-0.69 waDefinite=-0.2
tail: waParticle=-2.34 waPast=-0.57 waPlain=-0.57 waPreposition=-2.09 waPresent=-0.92
verb: within=-0.37
`;

/**
 * Coefficients that combine the score of a phrase and those of the article's other phrases into a
 * confidence.
 */
export const support = {
  bias: 2.246,
  own: 0.892,
  /** Coefficient of the log-probability of the best other phrase. */
  best: 0.116,
  /** Coefficient of the log of the summed probabilities of other phrases. */
  sum: 0.898,
  /** Coefficient of the log of the number of sentences. */
  length: -0.578,
} as const;

/** Weight of each feature by its name. */
export const weights: ReadonlyMap<string, number> = parseWeights(table);
