import { Button, Tooltip } from '@mantine/core'
import { IconRefreshAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOtherBuild } from './use-upgrade'

/** Says that the application was upgraded under this page, and what comes of it. */
export function UpgradeNotice() {
  const { t } = useTranslation()
  const build = useOtherBuild()
  return (
    <div className="upgrade" role="status">
      {build !== null && (
        <>
          <Tooltip
            label={t('upgrade.explain')}
            events={{ hover: true, focus: true, touch: true }}
            multiline
            w={260}
          >
            <p className="live live-upgrade" tabIndex={0}>
              <IconRefreshAlert size="1rem" aria-hidden="true" />
              {t('upgrade.title')}
            </p>
          </Tooltip>
          <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
            {t('upgrade.reload')}
          </Button>
        </>
      )}
    </div>
  )
}
