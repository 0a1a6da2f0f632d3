import type { ThemeConfig } from 'antd'

/** The look of antd's parts, taken from `tokens.css` so that colour has one source. */
export function deskTheme(): ThemeConfig {
  const style = window.getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    token: {
      colorPrimary: token('--act'),
      colorInfo: token('--act'),
      colorLink: token('--act'),
      colorError: token('--late'),
      colorWarning: token('--soon'),
      colorSuccess: token('--done'),
      colorText: token('--ink'),
      colorTextSecondary: token('--ink-soft'),
      colorTextDescription: token('--ink-soft'),
      colorTextPlaceholder: '#6b7178',
      colorBgLayout: token('--ground'),
      colorBgMask: 'rgb(29 33 38 / 28%)',
      colorBorder: token('--rule'),
      colorBorderSecondary: '#eeebe4',
      borderRadius: 8,
      borderRadiusLG: 10,
      borderRadiusSM: 6,
      controlHeight: 34,
      fontSize: 14,
      fontFamily: 'var(--sans)',
      lineHeight: 1.6,
      boxShadow: '0 2px 10px rgb(29 33 38 / 10%)',
      boxShadowSecondary: '0 2px 10px rgb(29 33 38 / 10%)',
      // Nothing moves unless touched, and weak PCs do not have to draw it.
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: {
        headerBg: token('--surface'),
        headerColor: token('--ink-soft'),
        headerSplitColor: 'transparent',
      },
      // Derived from a dark colour it would be too dark to read on.
      Select: { optionSelectedBg: token('--act-soft') },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 18 },
    },
  }
}
