import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import './style.css'

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    // Else a page that cannot be rendered is left out of the build without a failure.
    app.config.throwUnhandledErrorInProduction = true
  },
}

export default theme
